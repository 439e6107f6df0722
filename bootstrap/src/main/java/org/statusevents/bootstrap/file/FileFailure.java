package org.statusevents.bootstrap.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/// Why a file or folder could not be used, in the words of a person.
public final class FileFailure {
  private FileFailure() {}

  /// Ends a sentence; does not repeat the name of the file.
  public static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "it is not there";
      case FileAlreadyExistsException _ -> "something of that name is there already";
      case NotDirectoryException _ -> "it is not a folder";
      case AccessDeniedException _ -> "permission denied";
      case CharacterCodingException _ -> "it is not UTF-8";
      case FileSystemException other ->
          Optional.ofNullable(other.getReason()).orElseGet(() -> nameOf(other));
      default -> Optional.ofNullable(failure.getMessage()).orElseGet(() -> nameOf(failure));
    };
  }

  private static String nameOf(IOException failure) {
    return failure.getClass().getSimpleName();
  }
}
