"""Long-running issues between parties: where a text names one, on what it rests, what it waits for, which steps it takes and how it is said to go."""

from memcon.coding.processes.records import Processes, find_processes

__all__ = ["Processes", "find_processes"]
