package org.statusevents.adapters.persistence.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Greets like a PostgreSQL of an old release, and knows nothing else.
public final class OldServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String release;

  public OldServer(String release) throws IOException {
    this.release = release;
    socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    var _ = Thread.ofVirtual().start(this::serve);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:"
        + socket.getLocalPort()
        + "/old?sslmode=disable&gssEncMode=disable&assumeMinServerVersion=12";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        greet(client);
      } catch (IOException closed) {
        // The next client, or the end.
      }
    }
  }

  private void greet(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    in.skipNBytes(in.readInt() - Integer.BYTES);
    out.writeByte('R');
    out.writeInt(8);
    out.writeInt(0);
    parameter(out, "server_version", release);
    parameter(out, "client_encoding", "UTF8");
    parameter(out, "DateStyle", "ISO, MDY");
    parameter(out, "integer_datetimes", "on");
    parameter(out, "standard_conforming_strings", "on");
    out.writeByte('Z');
    out.writeInt(5);
    out.writeByte('I');
    out.flush();
    // Until the client hangs up.
    var _ = in.readAllBytes();
  }

  private static void parameter(DataOutputStream out, String name, String value)
      throws IOException {
    byte[] text = (name + "\0" + value + "\0").getBytes(StandardCharsets.US_ASCII);
    out.writeByte('S');
    out.writeInt(Integer.BYTES + text.length);
    out.write(text);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
