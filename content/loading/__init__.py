"""The folders of the training library to types. Every error names the file and the key."""

from content.loading.library import TrainingLibrary, check_training, load_training

__all__ = ["TrainingLibrary", "check_training", "load_training"]
