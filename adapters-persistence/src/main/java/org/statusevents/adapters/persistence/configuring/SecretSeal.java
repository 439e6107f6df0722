package org.statusevents.adapters.persistence.configuring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM: a fresh 96-bit nonce before each sealed text, and the place it belongs to as
/// authenticated data, so that a sealed text moved to another channel does not open.
final class SecretSeal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeys keys;
  private final SecureRandom random = new SecureRandom();

  SecretSeal(SecretKeys keys) {
    this.keys = keys;
  }

  String currentKeyId() {
    return keys.currentId();
  }

  byte[] seal(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.currentId(), nonce, place);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("secrets of " + place + " cannot be sealed", e);
    }
  }

  String open(byte[] sealed, String keyId, String place) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyId, Arrays.copyOf(sealed, NONCE_BYTES), place);
      byte[] text = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "secrets of " + place + " cannot be opened with key \"" + keyId + "\"", e);
    }
  }

  private Cipher cipher(int mode, String keyId, byte[] nonce, String place)
      throws GeneralSecurityException {
    byte[] key =
        keys.key(keyId)
            .orElseThrow(() ->
                new IllegalStateException(
                    "secrets of " + place + " need key \"" + keyId + "\", which is not here"));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
