package org.statusevents.adapters.cart.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Decides whether a host may be spoken to. It looks the name up once and answers with the
/// addresses it judged: whoever connects must use those and not look again, since a name may stand
/// for something else a moment later.
public final class AddressGuard {
  private static final Set<String> METADATA_NAMES =
      Set.of(
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "metadata.azure.internal",
          "instance-data",
          "instance-data.ec2.internal");

  private final AllowedNetworks allowed;
  private final NameLookup names;

  public AddressGuard(AllowedNetworks allowed, NameLookup names) {
    this.allowed = allowed;
    this.names = names;
  }

  /// One address that is not allowed bars the host, whatever its others are.
  public Verdict judge(String host) {
    if (METADATA_NAMES.contains(normalized(host))) {
      return new Verdict.NotAllowed();
    }
    try {
      List<InetAddress> addresses = names.addresses(host);
      return addresses.stream().allMatch(this::isOpen)
          ? new Verdict.Allowed(addresses)
          : new Verdict.NotAllowed();
    } catch (UnknownHostException e) {
      return new Verdict.NotFound();
    }
  }

  private boolean isOpen(InetAddress address) {
    return !SpecialRanges.contain(address) || allowed.contains(address);
  }

  private static String normalized(String host) {
    String folded = host.toLowerCase(Locale.ROOT);
    return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
  }

  /// What a host's name stands for just now. Safe for many threads.
  @FunctionalInterface
  public interface NameLookup {

    /// The addresses of `host`, a name or an address itself; at least one. Answers in bounded time;
    /// a name that is not found, or not in time, throws.
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  public sealed interface Verdict {
    record Allowed(List<InetAddress> addresses) implements Verdict {
      public Allowed {
        addresses = List.copyOf(addresses);
      }
    }

    record NotAllowed() implements Verdict {}

    /// Nobody knows the name, at least not in time.
    record NotFound() implements Verdict {}
  }
}
