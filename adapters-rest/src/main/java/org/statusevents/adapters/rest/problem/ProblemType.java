package org.statusevents.adapters.rest.problem;

/// The kinds of problem that clients may rely on: a stable name, a status and a title each.
public enum ProblemType {
  MALFORMED("malformed", 400, "The request cannot be read"),
  INVALID_CURSOR("invalid-cursor", 400, "The cursor is none of this list"),
  INVALID_PARAMETER("invalid-parameter", 400, "A parameter is not valid"),
  KEY_MISSING("key-missing", 401, "An access key is needed"),
  KEY_UNKNOWN("key-unknown", 401, "The access key is not known"),
  KEY_EXPIRED("key-expired", 401, "The access key has expired"),
  RIGHT_MISSING("right-missing", 403, "The access key lacks a right"),
  STORE_NOT_COVERED("store-not-covered", 403, "The access key is not for this store"),
  PATH_UNKNOWN("path-unknown", 404, "There is nothing at this address"),
  STORE_UNKNOWN("store-unknown", 404, "There is no such store"),
  ORDER_UNKNOWN("order-unknown", 404, "There is no such order"),
  LABEL_UNKNOWN("label-unknown", 404, "There is no such label"),
  EVENT_UNKNOWN("event-unknown", 404, "There is no such event"),
  CHANNEL_UNKNOWN("channel-unknown", 404, "There is no such channel"),
  UPDATE_UNKNOWN("update-unknown", 404, "There is no such update"),
  KEY_NOT_FOUND("key-not-found", 404, "There is no such access key"),
  STATUS_NOT_FOUND("status-not-found", 404, "No order fits"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The address does not take this method"),
  TOO_SLOW("too-slow", 408, "The request took too long to arrive"),
  ORDER_EXISTS("order-exists", 409, "The order exists already"),
  LABEL_IN_USE("label-in-use", 409, "The label is in use"),
  LABEL_TAKEN("label-taken", 409, "Another label has this text"),
  CHANNEL_REMOVED("channel-removed", 409, "The store has the channel no more"),
  NOT_PARKED("not-parked", 409, "The update does not wait for a person"),
  NO_CHANNEL("no-channel", 409, "No channel takes the order"),
  NOT_RESENT("not-resent", 409, "No channel can be sent the order"),
  STALE("stale", 412, "Somebody else changed it in between"),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long"),
  MEDIA_TYPE("media-type", 415, "The body is of a type that is not understood"),
  INVALID("invalid", 422, "The request was understood and is refused"),
  ID_TAKEN("id-taken", 422, "The id was used for something else"),
  BATCH_REFUSED("batch-refused", 422, "Nothing of the batch was recorded"),
  NOT_RECORDED("not-recorded", 422, "Fine by itself, but the batch was refused"),
  TOO_MANY_TRIES("too-many-tries", 429, "Too many tries"),
  HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
  INTERNAL("internal", 500, "Something went wrong on our side"),
  BUSY("busy", 503, "Too many requests at once"),
  NOT_READY("not-ready", 503, "Parts that requests need are not there"),
  STORAGE_UNAVAILABLE("storage-unavailable", 503, "The database is away");

  private static final String PREFIX = "urn:statusevents:problem:";

  private final String uri;
  private final int status;
  private final String title;

  ProblemType(String name, int status, String title) {
    this.uri = PREFIX + name;
    this.status = status;
    this.title = title;
  }

  public String uri() {
    return uri;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
