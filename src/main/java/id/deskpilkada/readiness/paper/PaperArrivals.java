package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.paper.PaperReceipts.Paper;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ticks papers by the code that is printed on them. The page of the day stands for every slot that has opened by now. */
@Component
class PaperArrivals {

    private final PaperReceipts receipts;
    private final PaperKinds kinds;
    private final Regions regions;
    private final Messages messages;

    PaperArrivals(PaperReceipts receipts, PaperKinds kinds, Regions regions, Messages messages) {
        this.receipts = receipts;
        this.kinds = kinds;
        this.regions = regions;
        this.messages = messages;
    }

    /** @param inWords what arrived, and of which TPS */
    record Arrived(List<Paper> papers, String inWords) {}

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_TPS}, 422 {@code PAPER_CODE_UNREADABLE}, {@code PAPER_UNKNOWN} */
    @Transactional
    Arrived arrived(RoundRef round, String typed, Actor actor) {
        var code = PaperCode.read(typed);
        actor.require(Permission.TICK_PAPER, code.tps());
        var race = code.race();
        var papers = kinds.sofar(round, code.tps(), code.kind().name()).stream()
                .filter(paper -> paper.race() == null || paper.race().equalsIgnoreCase(race))
                .toList();
        if (papers.isEmpty()) {
            throw Problem.unprocessable("PAPER_UNKNOWN");
        }
        papers.forEach(
                paper -> receipts.tick(round, code.tps(), paper.kind(), paper.slot(), paper.race(), true, actor));
        return new Arrived(papers, inWords(code, papers));
    }

    private String inWords(PaperCode code, List<Paper> papers) {
        var tps = new TpsCode(code.tps());
        return messages.text(
                "paper.arrived",
                papers.stream()
                        .map(paper -> messages.text(
                                "paper.what." + paper.kind(),
                                Objects.requireNonNullElse(paper.raceName(), paper.slot())))
                        .collect(Collectors.joining(", ")),
                "TPS %03d".formatted(tps.number()),
                regions.name(tps.villageArea()));
    }
}
