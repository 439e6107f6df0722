package org.statusevents.adapters.cart.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.statusevents.adapters.cart.http.ExchangeOutcome.NotAllowed;
import org.statusevents.adapters.cart.http.ExchangeOutcome.Unanswered;

/// What broke an exchange, in words that a merchant can read.
final class Failures {
  private Failures() {}

  static ExchangeOutcome outcome(IOException failure, HttpPost request, ExchangeLimits limits) {
    if (failure instanceof GuardedResolver.AddressNotAllowed) {
      return new NotAllowed();
    }
    return request.isCancelled() ? late(limits) : new Unanswered(words(failure, limits));
  }

  static Unanswered late(ExchangeLimits limits) {
    return new Unanswered("no answer within " + spoken(limits.whole()));
  }

  private static String words(IOException failure, ExchangeLimits limits) {
    return switch (failure) {
      case UnknownHostException _ -> ReplyClasses.NOT_REACHED;
      case ConnectionRequestTimeoutException _ -> "too many requests to this receiver at once";
      case ConnectTimeoutException _ -> "no connection within " + spoken(limits.connect());
      case SocketTimeoutException _ -> late(limits).words();
      case ConnectException _ -> "connection refused";
      case NoRouteToHostException _ -> "no route to the receiver";
      case SSLPeerUnverifiedException _ -> "the certificate is not for the name in the address";
      case SSLException _ -> "no secure connection: TLS failed or the certificate is not trusted";
      case NoHttpResponseException _ -> "connection closed without an answer";
      case MalformedChunkCodingException _, ConnectionClosedException _ ->
          "connection closed before the answer was whole";
      case MessageConstraintException _ -> "the answer's headers are too large";
      case SocketException _ -> "connection reset";
      default -> "the answer is not HTTP, or the connection broke";
    };
  }

  private static String spoken(Duration limit) {
    return limit.toMillisPart() == 0
        ? limit.toSeconds() + " seconds"
        : limit.toMillis() + " milliseconds";
  }
}
