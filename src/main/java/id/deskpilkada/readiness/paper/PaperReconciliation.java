package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the papers that have arrived with what was reported: what is still to be typed in, what never came on paper, and where the two differ. */
@Service
class PaperReconciliation {

    private static final int BATCH = 500;

    private final PaperRows rows;
    private final PaperKinds kinds;
    private final Regions regions;

    PaperReconciliation(PaperRows rows, PaperKinds kinds, Regions regions) {
        this.rows = rows;
        this.kinds = kinds;
        this.regions = regions;
    }

    /** Which paper of which place; everything may be left out. */
    record Asked(
            @Nullable String kind,
            @Nullable String slot,
            @Nullable String race,
            @Nullable String region,
            @Nullable PaperState state) {}

    /** @param counts of the whole place, whatever state is shown; each state is in it */
    record Compared(PaperQuestion question, Map<PaperState, Integer> counts, Page<PaperLine> found) {}

    /**
     * What is asked; the paper of the slot that opened last where none is named.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 {@code PAPER_UNKNOWN}
     */
    PaperQuestion question(RoundRef round, Asked asked, Actor actor) {
        var region = regions.asked(asked.region(), Permission.COMPARE_PAPER, actor);
        var kind = asked.kind();
        var slot = asked.slot();
        var paper = kind == null || slot == null
                ? kinds.now(round, region.area()).orElseThrow(() -> Problem.unprocessable("PAPER_UNKNOWN"))
                : kinds.require(round, region.area(), kind, slot, asked.race());
        return new PaperQuestion(round, paper, kinds.race(round, paper).orElse(null), region, asked.state());
    }

    @Transactional(readOnly = true)
    Compared of(PaperQuestion question, Page.Window window) {
        var counts = new EnumMap<PaperState, Integer>(PaperState.class);
        for (var state : PaperState.values()) {
            counts.put(state, 0);
        }
        counts.putAll(rows.counts(question));
        var state = question.state();
        int total = state == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(state, 0);
        var lines = rows.lines(question, "", window.size(), window.offset());
        return new Compared(question, counts, new Page<>(lines, window.page(), window.size(), total));
    }

    /** Every TPS that is asked for, in the order of the codes. */
    @Transactional(readOnly = true)
    void each(PaperQuestion question, Consumer<PaperLine> consumer) {
        var last = "";
        int found;
        do {
            var lines = rows.lines(question, last, BATCH, 0);
            lines.forEach(consumer);
            found = lines.size();
            last = found == 0 ? last : lines.get(found - 1).tps();
        } while (found == BATCH);
    }
}
