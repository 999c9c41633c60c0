"""The peer that a user would pick for a list: WordPress as Debian installs it, with 5,000 posts.

Packages: wordpress and one theme (without it pages come out blank), mariadb-server, php-fpm with
opcache, nginx. No cache plugin, because Debian has none. Everything runs from a folder of its own,
on loopback, and is gone afterwards.
"""

import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = "wordpress wordpress-theme-twentytwentythree mariadb-server php-fpm php-mysql php-cli nginx-light wrk"
POSTS = 5_000
CATEGORIES = 12
PHP_WORKERS = 2

WP_CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{folder}/mysql.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('WP_HOME', 'http://127.0.0.1:{port}'); define('WP_SITEURL', 'http://127.0.0.1:{port}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
NO_CANONICAL = "<?php /* On a port other than 80 the canonical redirect loops. */ remove_filter('template_redirect', 'redirect_canonical');\n"
SEED = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}';
require '{folder}/site/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Lijst', 'beheer', 'beheer@example.nl', false, '', 'een-lang-wachtwoord');
switch_theme('twentytwentythree');
$categories = [];
for ($i = 0; $i < {categories}; $i++) {{ $categories[] = wp_insert_term("Provincie $i", 'category')['term_id']; }}
wp_defer_term_counting(true);
$wpdb->query('START TRANSACTION');
for ($i = 0; $i < {posts}; $i++) {{
    wp_insert_post(['post_title' => "Opleidingsschool $i", 'post_status' => 'publish', 'post_author' => 1,
        'post_content' => "Een partnerschap van scholen en een lerarenopleiding in regio $i. Erkend sinds 2020.",
        'post_category' => [$categories[$i % {categories}]]]);
}}
$wpdb->query('COMMIT');
wp_defer_term_counting(false);
echo $categories[3];
"""
FPM = """[global]
error_log = {folder}/fpm.log
[www]
user = www-data
group = www-data
listen = {folder}/fpm.sock
listen.owner = www-data
pm = static
pm.max_children = {workers}
php_admin_value[opcache.enable] = 1
"""
NGINX = """user www-data; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {folder}/body; fastcgi_temp_path {folder}/fastcgi; proxy_temp_path {folder}/proxy;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}; root {folder}/site; index index.php;
    location / {{ try_files $uri $uri/ /index.php?$args; }}
    location ~ \\.php$ {{ include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass unix:{folder}/fpm.sock; }}
  }}
}}
"""


def install() -> None:
    """Install what is missing; raises RuntimeError with the packages when we may not."""
    if (
        all(shutil.which(name) for name in ("mariadbd", "nginx", "php", "wrk"))
        and Path("/usr/share/wordpress").exists()
    ):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise RuntimeError(f"WordPress ontbreekt. Installeer: apt-get install {PACKAGES}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES.split()]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


@contextmanager
def serving(port: int) -> Iterator[str]:
    """The address of a category page of a running WordPress; everything is stopped and removed after."""
    folder = Path(tempfile.mkdtemp(prefix="bench-wp-", dir="/tmp"))
    folder.chmod(0o755)
    processes: list[subprocess.Popen[bytes]] = []
    try:
        processes.append(_database(folder))
        category = _site(folder, port)
        processes += _web(folder, port)
        address = f"http://127.0.0.1:{port}/?cat={category}"
        _wait_for(address)
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _database(folder: Path) -> subprocess.Popen[bytes]:
    data = folder / "mysql"
    data.mkdir()
    shutil.chown(data, "mysql", "mysql")
    shutil.chown(folder, "mysql", "www-data")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(
        ["mariadb-install-db", "--user=mysql", f"--datadir={data}", "--auth-root-authentication-method=normal"],
        check=True,
        **quiet,
    )
    socket = folder / "mysql.sock"
    command = [
        "mariadbd",
        "--no-defaults",
        "--user=mysql",
        f"--datadir={data}",
        f"--socket={socket}",
        "--skip-networking",
    ]
    server = subprocess.Popen(command, **quiet)
    for _ in range(120):
        if (
            subprocess.run(
                ["mariadb", f"--socket={socket}", "-uroot", "-e", "CREATE DATABASE wordpress"], check=False, **quiet
            ).returncode
            == 0
        ):
            return server
        time.sleep(0.5)
    server.terminate()
    raise RuntimeError("MariaDB start niet")


def _site(folder: Path, port: int) -> str:
    site = folder / "site"
    shutil.copytree("/usr/share/wordpress", site, symlinks=False, ignore_dangling_symlinks=True)
    (site / "wp-config.php").write_text(WP_CONFIG.format(folder=folder, port=port))
    plugins = site / "wp-content" / "mu-plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    (plugins / "no-canonical.php").write_text(NO_CANONICAL)
    seed = folder / "seed.php"
    seed.write_text(SEED.format(folder=folder, port=port, categories=CATEGORIES, posts=POSTS))
    done = subprocess.run(["php", str(seed)], check=True, capture_output=True, text=True)
    return done.stdout.strip().splitlines()[-1]


def _web(folder: Path, port: int) -> list[subprocess.Popen[bytes]]:
    fpm, nginx = folder / "fpm.conf", folder / "nginx.conf"
    fpm.write_text(FPM.format(folder=folder, workers=PHP_WORKERS))
    nginx.write_text(NGINX.format(folder=folder, port=port))
    program = next(Path("/usr/sbin").glob("php-fpm*"))
    return [
        subprocess.Popen([str(program), "--nodaemonize", "--fpm-config", str(fpm)], stderr=subprocess.DEVNULL),
        subprocess.Popen(["nginx", "-c", str(nginx), "-g", "daemon off;"], stderr=subprocess.DEVNULL),
    ]


def _wait_for(address: str) -> None:
    for _ in range(60):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                page = answer.read().decode()
        except OSError:
            time.sleep(0.5)
        else:
            if page.count("Opleidingsschool") < 10:
                raise RuntimeError("WordPress toont geen lijst")
            return
    raise RuntimeError("WordPress antwoordt niet")
