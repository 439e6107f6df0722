package org.statusevents.adapters.cart.http;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.statusevents.adapters.cart.address.AddressGuard;
import org.statusevents.adapters.cart.address.AddressGuard.Verdict;

/// Gives the client the very addresses that the guard has judged, so that nothing is looked up
/// between the judgement and the connection. The client asks for every new connection and keeps the
/// name for the Host header, SNI and the certificate.
final class GuardedResolver implements DnsResolver {
  /// Each address that does not answer costs a whole connect timeout.
  private static final int ADDRESSES_MAX = 2;

  private final AddressGuard guard;

  GuardedResolver(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    // The client decodes international names, which name servers do not know by their decoded form.
    return switch (guard.judge(IDN.toASCII(host))) {
      case Verdict.Allowed(var addresses) ->
          addresses.stream().limit(ADDRESSES_MAX).toArray(InetAddress[]::new);
      case Verdict.NotAllowed() -> throw new AddressNotAllowed();
      case Verdict.NotFound() -> throw new UnknownHostException("no such host");
    };
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /// Carries the guard's refusal through the client.
  static final class AddressNotAllowed extends UnknownHostException {
    private static final long serialVersionUID = 1;

    AddressNotAllowed() {
      super("address not allowed");
    }
  }
}
