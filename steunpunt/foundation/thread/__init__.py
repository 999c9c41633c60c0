"""The red thread: stable references and dated links between records of any room."""
