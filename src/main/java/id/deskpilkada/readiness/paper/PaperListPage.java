package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.paper.PaperReconciliation.Asked;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Papers beside what was reported: which lie there untyped, which never came, which say something else; works without scripts. */
@Controller
@RequestMapping("/desk/kertas")
class PaperListPage {

    private static final int SIZE = 25;
    private static final int DISTRICT = 6;

    private final PaperReconciliation papers;
    private final PaperArrivals arrivals;
    private final PaperKinds kinds;
    private final Elections elections;
    private final Regions regions;
    private final Messages messages;

    PaperListPage(
            PaperReconciliation papers,
            PaperArrivals arrivals,
            PaperKinds kinds,
            Elections elections,
            Regions regions,
            Messages messages) {
        this.papers = papers;
        this.arrivals = arrivals;
        this.kinds = kinds;
        this.elections = elections;
        this.regions = regions;
        this.messages = messages;
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "keadaan", required = false) @Nullable PaperState state) {
        return new Asked(kind, slot, race, region, state);
    }

    @GetMapping
    String page(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Actor actor) {
        actor.require(Permission.COMPARE_PAPER);
        var running = elections.startedRounds();
        if (election == null && round == null && running.isEmpty()) {
            return "desk/kertas";
        }
        var inRound = election == null && round == null ? running.get(0) : elections.round(election, round);
        var question = papers.question(inRound, asked, actor);
        var region = question.region();
        model.addAttribute("round", inRound);
        model.addAttribute("rounds", running);
        model.addAttribute("papers", kinds.of(inRound, region.area()));
        model.addAttribute("view", papers.of(question, Page.window(page, SIZE)));
        model.addAttribute("places", places(region, actor));
        model.addAttribute("mayTick", actor.may(Permission.TICK_PAPER, region.code()));
        model.addAttribute("mayType", actor.may(Permission.REPORT_FOR_OTHERS, region.code()));
        return "desk/kertas";
    }

    /** Marks a paper as arrived by what its QR code says: a scanner types it and presses Enter, for one sheet after the other. */
    @PostMapping("/terima")
    String arrived(
            @RequestParam(name = "kode", defaultValue = "") String code,
            @RequestParam(name = "wilayah", required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            RedirectAttributes next,
            Actor actor) {
        actor.require(Permission.TICK_PAPER);
        if (region != null && !region.isBlank()) {
            actor.require(Permission.TICK_PAPER, region);
        }
        var inRound = elections.round(election, round);
        try {
            var arrived = arrivals.arrived(inRound, code, actor);
            next.addFlashAttribute("arrived", arrived.inWords());
            var paper = arrived.papers().get(arrived.papers().size() - 1);
            return back(inRound, paper, region);
        } catch (Problem refused) {
            if (refused.status().value() == 403) {
                throw refused;
            }
            next.addFlashAttribute("refused", messages.problem(refused.code(), refused.arguments()));
            return back(inRound, null, region);
        }
    }

    private static String back(RoundRef round, PaperReceipts.@Nullable Paper paper, @Nullable String region) {
        var page = UriComponentsBuilder.fromPath("/desk/kertas");
        if (paper != null) {
            page.queryParam("kind", paper.kind()).queryParam("slot", paper.slot());
            if (paper.race() != null) {
                page.queryParam("race", paper.race());
            }
        }
        if (region != null && !region.isBlank()) {
            page.queryParam("region", region);
        }
        return "redirect:"
                + page.queryParam("election", round.electionCode())
                        .queryParam("round", round.code())
                        .build()
                        .encode();
    }

    /** To choose from: the districts of one's own, and the villages of the district that is looked at. */
    private List<Region> places(Region region, Actor actor) {
        var own = regions.districts().stream()
                .filter(district -> actor.may(Permission.COMPARE_PAPER, district.code()))
                .toList();
        if (region.area().length() < DISTRICT) {
            return own;
        }
        var district = Area.dotted(region.area().substring(0, DISTRICT));
        var villages = regions.children(district);
        return own.stream()
                .flatMap(one ->
                        one.code().equals(district) ? Stream.concat(Stream.of(one), villages.stream()) : Stream.of(one))
                .toList();
    }
}
