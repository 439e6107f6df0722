package org.statusevents.benchmarks.service;

/// Order numbers of one form that follow each other.
public record OrderRange(String prefix, int first, int count) {
  public String number(int index) {
    return prefix + (first + index);
  }
}
