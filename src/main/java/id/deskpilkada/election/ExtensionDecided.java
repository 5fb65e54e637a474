package id.deskpilkada.election;

import java.util.List;

/**
 * KPU gives some TPS of a round longer; the schedule of all others stays.
 *
 * @param slots the slots as they hold for those TPS from now on
 */
public record ExtensionDecided(long roundId, List<String> tps, List<SlotRef> slots) {}
