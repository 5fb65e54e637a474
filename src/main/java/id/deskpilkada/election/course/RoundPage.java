package id.deskpilkada.election.course;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.decision.DecisionRequest;
import id.deskpilkada.election.decision.KpuDecisions;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the day is; the desk changes the schedule here, and records what KPU has decided. */
@Controller
@RequestMapping("/desk/putaran")
class RoundPage {

    private final Elections elections;
    private final KpuDecisions decisions;
    private final ScheduleChanges changes;
    private final RoundModel shown;
    private final Regions regions;
    private final Messages messages;

    RoundPage(
            Elections elections,
            KpuDecisions decisions,
            ScheduleChanges changes,
            RoundModel shown,
            Regions regions,
            Messages messages) {
        this.elections = elections;
        this.decisions = decisions;
        this.changes = changes;
        this.shown = shown;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping
    String page(@RequestParam Map<String, String> parameters, Model model, Actor actor) {
        actor.require(Permission.SEE_ROUNDS);
        var round = round(parameters);
        shown.fill(model, round, parameters, actor);
        return "desk/putaran";
    }

    @PostMapping("/keputusan")
    String record(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model, Actor actor) {
        actor.require(Permission.RUN_ROUNDS);
        var round = elections.named(typed.getOrDefault("election", ""), typed.getOrDefault("round", ""));
        try {
            var recorded = LostRace.again(() -> decisions.record(round, request(typed), actor))
                    .decision();
            return back(round, recorded.openedRound() == null ? "diperpanjang" : "dibuka", recorded.openedRound());
        } catch (Problem refusal) {
            return refused(refusal, "keputusan", typed, response, model, actor);
        }
    }

    @PostMapping("/jadwal")
    String reschedule(@RequestParam Map<String, String> typed, HttpServletResponse response, Model model, Actor actor) {
        actor.require(Permission.RUN_ROUNDS);
        var round = elections.named(typed.getOrDefault("election", ""), typed.getOrDefault("round", ""));
        var form = ScheduleForm.of(elections.slots(round.id()), typed, regions.zone());
        var reason = typed.getOrDefault("alasan", "").strip();
        if (typed.containsKey("lihat") || form.changes().isEmpty() && !form.wrong()) {
            return page(typed, model, actor);
        }
        try {
            if (form.wrong()) {
                throw Problem.unprocessable("SCHEDULE_WRONG");
            }
            if (reason.isEmpty() || reason.length() > 500) {
                throw Problem.unprocessable("SCHEDULE_REASON");
            }
            LostRace.again(() -> changes.change(round, form.slots(), reason, actor));
            return back(round, "dijadwal", null);
        } catch (Problem refusal) {
            return refused(refusal, "jadwal", typed, response, model, actor);
        }
    }

    private String refused(
            Problem refusal,
            String form,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        if (refusal.status().value() != 422 && refusal.status().value() != 409) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        model.addAttribute("refused", form);
        model.addAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
        model.addAttribute(
                "faults", refusal.errors().stream().map(this::fault).distinct().toList());
        return page(typed, model, actor);
    }

    private String fault(FieldProblem fault) {
        var field = fault.field() == null ? "" : fault.field().split("\\.")[0];
        return messages.text("round.field." + field) + ": " + messages.problem(fault);
    }

    /** Among several rounds that run, the first one until somebody chooses. */
    private @Nullable RoundRef round(Map<String, String> parameters) {
        var named = parameters.get("round");
        if (named != null && parameters.get("election") != null) {
            return elections.named(parameters.getOrDefault("election", ""), named);
        }
        return elections.shownRounds().stream().findFirst().orElse(null);
    }

    private DecisionRequest request(Map<String, String> typed) {
        var tps = typed.getOrDefault("tps", "").strip();
        return new DecisionRequest(
                typed.get("jenis"),
                typed.get("nomor"),
                typed.get("tanggal"),
                tps.isEmpty() ? null : List.copyOf(Arrays.asList(tps.split("[\\s,;]+"))),
                typed.get("hari"),
                null,
                time(typed.getOrDefault("tutup", "")),
                typed.get("catatan"));
    }

    /** As the API wants it; what cannot be read goes on as it is and is refused by name. */
    private String time(String typed) {
        try {
            return typed.isBlank()
                    ? ""
                    : LocalDateTime.parse(typed)
                            .atZone(regions.zone())
                            .toOffsetDateTime()
                            .toString();
        } catch (DateTimeException unreadable) {
            return typed;
        }
    }

    private static String back(RoundRef round, String done, @Nullable String opened) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/desk/putaran")
                        .queryParam("election", round.electionCode())
                        .queryParam("round", round.code())
                        .queryParam("selesai", done)
                        .queryParam("baru", opened == null ? "" : opened)
                        .encode()
                        .toUriString();
    }
}
