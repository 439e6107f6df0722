package org.statusevents.benchmarks.faults.driving;

import org.statusevents.benchmarks.faults.proxy.FaultProxy;

/// What stands before the receiver of a channel.
record Door(String channel, FaultProxy proxy) {}
