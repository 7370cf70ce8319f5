"""A real office program that opens files and prints them."""

import subprocess
from pathlib import Path

SECONDS = 300


def printed(folder: Path) -> list[Path]:
    """Every workbook and document in a folder as a PDF beside it."""
    files = sorted(str(each) for each in folder.iterdir() if each.suffix in (".xlsx", ".docx"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=SECONDS)
    return sorted(folder.glob("*.pdf"))
