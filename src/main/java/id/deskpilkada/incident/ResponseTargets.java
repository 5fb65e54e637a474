package id.deskpilkada.incident;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast the desk judges and agencies answer, by severity: every clock of an incident is set here. */
@Component
public class ResponseTargets {

    private static final Duration LEAST_OF_A_DAY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Regions regions;

    ResponseTargets(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /**
     * The clocks of a severity.
     *
     * @param triageSeconds how long the desk has to judge, 30 to 86,400
     * @param acknowledgeSeconds how long an agency has to confirm, 30 to 86,400; null: until the end of the day
     * @param progressSeconds how long an agency that has confirmed may be silent, 30 to 86,400; null: until the end of the day
     * @param stepSeconds how long the next contact, the desk and the leader are apart, 15 to 86,400
     */
    public record Target(
            int severity,
            int triageSeconds,
            @Nullable Integer acknowledgeSeconds,
            @Nullable Integer progressSeconds,
            int stepSeconds) {}

    public List<Target> all() {
        return jdbc.sql(
                        "SELECT severity, triage_seconds, acknowledge_seconds, progress_seconds, step_seconds FROM response_target ORDER BY severity DESC")
                .query(Target.class)
                .list();
    }

    public Target of(int severity) {
        return all().stream()
                .filter(target -> target.severity() == severity)
                .findFirst()
                .orElseThrow();
    }

    public Instant triageBy(int severity, Instant from) {
        return from.plusSeconds(of(severity).triageSeconds());
    }

    public Instant acknowledgeBy(int severity, Instant from) {
        return by(of(severity).acknowledgeSeconds(), from);
    }

    /** Until when an agency that is at it says its next word. */
    public Instant progressBy(int severity, Instant from) {
        return by(of(severity).progressSeconds(), from);
    }

    private Instant by(@Nullable Integer seconds, Instant from) {
        return seconds == null ? endOfDay(from) : from.plusSeconds(seconds);
    }

    /** The end of the day, in the regency's time; an hour at least. */
    public Instant endOfDay(Instant from) {
        var zone = regions.zone();
        var midnight =
                from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return midnight.isBefore(from.plus(LEAST_OF_A_DAY)) ? from.plus(LEAST_OF_A_DAY) : midnight;
    }

    /** @throws Problem 422 {@code RESPONSE_TARGET} for a time out of its bounds */
    public void set(Target target) {
        if (target.severity() < 1
                || target.severity() > Incident.LIFE_IN_DANGER
                || outside(target.triageSeconds(), 30)
                || outside(target.acknowledgeSeconds(), 30)
                || outside(target.progressSeconds(), 30)
                || outside(target.stepSeconds(), 15)) {
            throw Problem.unprocessable("RESPONSE_TARGET", target.severity());
        }
        jdbc.sql(
                        "UPDATE response_target SET triage_seconds = ?, acknowledge_seconds = ?::int, progress_seconds = ?::int, step_seconds = ? WHERE severity = ?")
                .params(target.triageSeconds(), target.acknowledgeSeconds(), target.progressSeconds())
                .params(target.stepSeconds(), target.severity())
                .update();
    }

    private static boolean outside(@Nullable Integer seconds, int least) {
        return seconds != null
                && (seconds < least || seconds > Duration.ofDays(1).toSeconds());
    }
}
