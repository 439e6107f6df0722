package org.statusevents.application.delivering;

import java.time.Duration;

/// The nodes that hold lanes, and which of them still live; each speaks for itself. Times are the
/// storage's own. Safe for many threads and many nodes.
public interface Nodes {

  /// Says that this node lives, and takes the lanes of nodes that did not for `silence` out of
  /// their hands: they are due before what came after them, and what such a node settles afterwards
  /// is fenced. A node that was taken for dead is known again from its next beat. Judges nobody
  /// until it has itself beaten for as long as `silence` without a gap of half of it: a storage
  /// that stood still is nobody's death. Up to [#LANES_MAX] lanes a call, the others at the next.
  /// Answers how many lanes came free.
  int beat(Duration silence);

  /// Lets go of all that this node holds, due at once, and of the node itself. Answers how many
  /// lanes came free. Lanes beyond [#LANES_MAX], or that somebody is just changing, are left to
  /// others, who find this node silent.
  int leave();

  int LANES_MAX = 1_000;
}
