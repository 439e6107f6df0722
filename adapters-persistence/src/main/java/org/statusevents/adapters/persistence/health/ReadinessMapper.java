package org.statusevents.adapters.persistence.health;

import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;

interface ReadinessMapper {
  /// Whether the tables are there, answered within a second.
  @Select("select to_regclass('delivery_attempt') is not null")
  @Options(timeout = 1)
  boolean hasTables();
}
