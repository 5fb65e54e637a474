package id.deskpilkada.tierreport.province;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.NextPage;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.Capacity;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A province sees which regencies have reported, and its leaders approve its own report. Works without JavaScript. */
@Controller
@RequestMapping("/desk/laporan-masuk")
class ReceivedPage {

    private final ReceivedOverview overview;
    private final ProvinceReports reports;
    private final Staff staff;
    private final Messages messages;
    private final NextPage nextPage;

    ReceivedPage(
            ReceivedOverview overview, ProvinceReports reports, Staff staff, Messages messages, NextPage nextPage) {
        this.overview = overview;
        this.reports = reports;
        this.staff = staff;
        this.messages = messages;
        this.nextPage = nextPage;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            Model model) {
        actor.require(Permission.READ_DELIVERIES);
        var about = overview.isProvince() ? about(election, round) : null;
        model.addAttribute("province", overview.isProvince());
        model.addAttribute("round", about);
        model.addAttribute("lines", about == null ? List.of() : overview.of(actor, about));
        model.addAttribute("mayApprove", actor.may(Permission.APPROVE_PROVINCE_REPORT));
        model.addAttribute("me", staff.person(actor.id()).orElse(null));
        model.addAttribute("capacities", Capacity.values());
        return "desk/laporan-masuk";
    }

    private @Nullable RoundRef about(@Nullable String election, @Nullable String round) {
        try {
            return overview.round(election, round);
        } catch (Problem none) {
            return null;
        }
    }

    @PostMapping("/susun")
    String make(
            @RequestParam("election") String election,
            @RequestParam("round") String round,
            @RequestParam("slot") String slot,
            Actor actor,
            RedirectAttributes next) {
        return done(
                () -> {
                    var made = reports.compile(actor, overview.round(election, round), slot);
                    return messages.text("tier.received.made", made.slot(), made.version());
                },
                next);
    }

    @PostMapping("/{report}/setujui")
    String approve(
            @PathVariable long report,
            @RequestParam(name = "sebagai", defaultValue = "") String capacity,
            @RequestParam(name = "jabatan", defaultValue = "") String position,
            @RequestParam(name = "pangkat", defaultValue = "") String rank,
            @RequestParam(name = "nip", defaultValue = "") String nip,
            @RequestParam(name = "atasNama", defaultValue = "") String onBehalfOf,
            @RequestParam(name = "catatan", defaultValue = "") String remarks,
            Actor actor,
            RedirectAttributes next) {
        var draft = new ApprovalDraft(capacity, position, rank, nip, onBehalfOf, remarks);
        return done(
                () -> messages.text(
                        "tier.received.approved",
                        reports.approve(actor, report, draft).slot()),
                next);
    }

    private String done(Supplier<String> act, RedirectAttributes next) {
        nextPage.tell(next, act);
        return "redirect:/desk/laporan-masuk";
    }
}
