"""How much may a process take? Seconds of the processor, bytes of memory and of each file, set by itself before its work."""

import resource


def confine(cpu_seconds: int, memory: int, file_bytes: int) -> None:
    """Let this process take no more than that, and never more than it may already; it leaves no core behind."""
    wanted = (
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, soft in wanted:
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
