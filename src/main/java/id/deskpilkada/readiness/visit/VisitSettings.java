package id.deskpilkada.readiness.visit;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param remindBefore how long before a visit is due its leader is reminded
 * @param endOfDay when, on the day of the visit, the desk asks about one that nobody has confirmed
 */
@ConfigurationProperties("desk.visits")
record VisitSettings(@DefaultValue("3h") Duration remindBefore, @DefaultValue("20:00") LocalTime endOfDay) {}
