package org.statusevents.benchmarks.faults.checking;

import java.util.List;

/// One promise of the product, judged by evidence alone.
interface Rule {
  String name();

  String promise();

  /// A sentence for each violation that names the order and the ids; none where the promise holds.
  List<String> violations(Evidence evidence);
}
