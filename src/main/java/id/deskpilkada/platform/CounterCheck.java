package id.deskpilkada.platform;

import java.util.List;
import java.util.Map;

/** A part of {@code GET /api/checks/recount}: each module that keeps a counter beside its facts counts its own again. */
public interface CounterCheck {

    /** Runs in a transaction that sees all districts at one moment. */
    Result check(long roundId);

    /** @param checked how many stored numbers were compared */
    record Result(int checked, List<Miscount> miscounts) {}

    /**
     * A stored number that is not what the facts say.
     *
     * @param raceId 0 where no race is meant
     * @param level PROVINCE, REGENCY, DISTRICT, VILLAGE or TPS
     * @param area digits
     * @param difference what is stored too much, by name; negative where it is too little
     */
    record Miscount(long roundId, long raceId, String level, String area, Map<String, Long> difference) {}
}
