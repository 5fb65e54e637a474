package id.deskpilkada.simulation.tier;

import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.voting.Hours;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who signs which report of the simulated day. At 13.30 one camat in four is late and one report comes back to be mended; at 19.00 one camat never seals; of the last slot
 * the seal of the visitor's district and the leader's approval are left to the visitor.
 */
public final class SigningDay {

    private static final int LATE_ONES = 4;
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofSeconds(8);
    private static final Duration CHECKING = Duration.ofSeconds(2);

    private final Signers signers;
    private final List<TierSlot> slots;
    private final List<Place> districts;
    private final String visitors;

    public SigningDay(Office office, World world, Hours hours) {
        this.signers = new Signers(office);
        this.slots = TierSlot.of(hours);
        this.districts = world.territory().districts();
        this.visitors = world.visitorsVillage().districtCode();
    }

    public List<Errand> errands() {
        var errands = new ArrayList<Errand>();
        for (var slot : slots) {
            if (slot.signed()) {
                for (int at = 0; at < districts.size(); at++) {
                    if (seals(slot, districts.get(at))) {
                        errands.add(sealed(slot, at));
                    }
                }
                errands.add(settled(slot));
            }
        }
        return errands;
    }

    private boolean seals(TierSlot slot, Place district) {
        return switch (slot.name()) {
            case TierSlot.EVENING -> !district.equals(districts.get(districts.size() - 1));
            case TierSlot.LAST -> !district.code().equals(visitors);
            default -> true;
        };
    }

    private Errand sealed(TierSlot slot, int at) {
        var district = districts.get(at);
        boolean late = slot.name().equals(TierSlot.POLLS_CLOSED) && at % LATE_ONES == 1;
        var when = slot.dueAt().plus(BETWEEN.multipliedBy(at)).plus(late ? LATE : Duration.ZERO);
        var seal =
                new Step("SEAL_DISTRICT_REPORT", when, () -> signers.seal(People.camat(district), slot, district, 1));
        return new Errand(slot.name() + "/" + district.code(), List.of(seal));
    }

    private Errand settled(TierSlot slot) {
        var looked = slot.dueAt().plus(CHECKING);
        var steps = new ArrayList<Step>();
        int version = 1;
        if (slot.name().equals(TierSlot.POLLS_CLOSED)) {
            steps.addAll(returned(slot, districts.get(0), looked));
            version = 2;
        }
        int shown = version;
        steps.add(new Step("FORWARD_REGENCY_REPORT", looked, () -> signers.forward(slot, shown)));
        if (!slot.name().equals(TierSlot.LAST)) {
            steps.add(new Step("APPROVE_REGENCY_REPORT", looked, () -> signers.approve(slot)));
        }
        return new Errand(slot.name(), steps);
    }

    private List<Step> returned(TierSlot slot, Place district, Instant when) {
        return List.of(
                new Step("RETURN_DISTRICT_REPORT", when, () -> signers.giveBack(slot, district)),
                new Step(
                        "SEAL_DISTRICT_REPORT_AGAIN",
                        when,
                        () -> signers.seal(People.camat(district), slot, district, 2)));
    }
}
