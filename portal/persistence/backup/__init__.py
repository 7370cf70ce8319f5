"""Backups: the whole database in one archive, and the way back.

On SQLite the archive holds a copy that SQLite itself made, on PostgreSQL every table as lines of
JSON, read in one snapshot: both are whole while others go on writing. Neither the secret key nor
any setting is part of it.
"""

from portal.persistence.backup.manifests import Manifest
from portal.persistence.backup.restoring import Restored, Target, restore
from portal.persistence.backup.saving import back_up

__all__ = ["Manifest", "Restored", "Target", "back_up", "restore"]
