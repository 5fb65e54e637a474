package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.ResponseTargets;
import java.time.Instant;

/**
 * When the next contact is written to, the desk calls and the leader is told, as long as nobody confirms.
 *
 * @param callAt the beginning where life is in danger or nobody can be written to
 */
record Clocks(Instant acknowledgeBy, Instant nextContactAt, Instant callAt, Instant leaderAt) {

    /** @param positions how many positions of contacts there are */
    static Clocks of(ResponseTargets targets, int severity, int positions, Instant from) {
        var acknowledge = targets.acknowledgeBy(severity, from);
        var step = targets.of(severity).stepSeconds();
        var lastContact = acknowledge.plusSeconds((long) step * Math.max(0, positions - 1));
        boolean atOnce = severity == Incident.LIFE_IN_DANGER || positions == 0;
        return new Clocks(
                acknowledge,
                acknowledge,
                atOnce ? from : lastContact,
                atOnce ? lastContact : lastContact.plusSeconds(step));
    }

    /** Whichever of two is earlier, clock by clock. */
    Clocks sooner(Dispatch running) {
        return new Clocks(
                earlier(acknowledgeBy, running.acknowledgeBy()),
                earlier(nextContactAt, running.nextContactAt()),
                earlier(callAt, running.callAt()),
                earlier(leaderAt, running.leaderAt()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
