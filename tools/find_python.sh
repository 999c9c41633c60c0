# Sets $python to the first Python from 3.11 up that works; read by ./run, ./test and ./bench.
python=
for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Er is Python 3.11 of hoger nodig. Installeer het, bijvoorbeeld met: apt-get install python3 python3-venv" >&2
    exit 1
fi
