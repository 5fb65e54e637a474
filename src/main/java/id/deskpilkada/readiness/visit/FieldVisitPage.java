package id.deskpilkada.readiness.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Photos;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A leader's own visits on a telephone: take a photo, send. Works without scripts. */
@Controller
@RequestMapping("/lapangan/kunjungan")
class FieldVisitPage {

    private static final List<String> SITUATIONS = List.of("CALM", "ATTENTION", "UNREST");
    private static final int MOST = 100;

    private final VisitViews views;
    private final FieldReports reports;
    private final Photos photos;
    private final Elections elections;
    private final Messages messages;
    private final ObjectMapper json;
    private final Clock clock;

    FieldVisitPage(
            VisitViews views,
            FieldReports reports,
            Photos photos,
            Elections elections,
            Messages messages,
            ObjectMapper json,
            Clock clock) {
        this.views = views;
        this.reports = reports;
        this.photos = photos;
        this.elections = elections;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model, Actor actor) {
        actor.require(Permission.REPORT_VISIT);
        model.addAttribute(
                "visits",
                elections.startedRounds().stream()
                        .flatMap(round -> views.own(round, null, Page.window(0, MOST), actor).items().stream())
                        .toList());
        return "lapangan/kunjungan";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(name = "terkirim", required = false) @Nullable UUID sent,
            Model model,
            Actor actor) {
        return shown(id, sent, Map.of(), List.of(), model, actor);
    }

    @PostMapping("/{id}")
    String send(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            Model model,
            Actor actor)
            throws IOException {
        var visit = views.one(id, actor);
        actor.require(Permission.REPORT_VISIT, visit.tps());
        try {
            var report = UUID.fromString(typed.getOrDefault("id", ""));
            var hashes = new ArrayList<>(VisitController.store(photos, files, actor));
            Stream.of(typed.getOrDefault("sudah", "").split(","))
                    .filter(hash -> hash.matches("[0-9a-f]{64}"))
                    .forEach(hashes::add);
            model.addAttribute("taken", hashes);
            reports.acknowledge(report, written(visit, typed, hashes), actor);
            return "redirect:/lapangan/kunjungan/" + id + "?terkirim=" + report;
        } catch (IllegalArgumentException unreadable) {
            throw Problem.unprocessable("MALFORMED", List.of());
        } catch (Problem refusal) {
            if (refusal.errors().isEmpty() && refusal.status().value() != 422) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            var texts = refusal.errors().isEmpty()
                    ? List.of(messages.problem(refusal.code(), refusal.arguments()))
                    : refusal.errors().stream().map(messages::problem).toList();
            return shown(id, null, typed, texts, model, actor);
        }
    }

    private byte[] written(VisitView visit, Map<String, String> typed, List<String> hashes)
            throws JsonProcessingException {
        var report = json.createObjectNode()
                .put("kind", "VISIT")
                .put("election", visit.election())
                .put("round", visit.round())
                .put("tps", visit.tps())
                .put("observedAt", typed.getOrDefault("observedAt", now()));
        var data = report.putObject("data").put("visit", visit.id().toString());
        var situation = typed.getOrDefault("keadaan", "");
        if (!situation.isBlank()) {
            data.put("situation", situation);
        }
        var remarks = typed.getOrDefault("catatan", "").strip();
        if (!remarks.isEmpty()) {
            data.put("remarks", remarks);
        }
        var named = data.putArray("photos");
        hashes.forEach(named::add);
        return json.writeValueAsString(report).getBytes(StandardCharsets.UTF_8);
    }

    private String shown(
            UUID id, @Nullable UUID sent, Map<String, String> typed, List<String> faults, Model model, Actor actor) {
        var visit = views.one(id, actor);
        model.addAttribute("visit", visit);
        model.addAttribute(
                "sent", sent == null ? null : reports.acknowledgement(sent).orElse(null));
        model.addAttribute("report", typed.getOrDefault("id", UUID.randomUUID().toString()));
        model.addAttribute("observedAt", typed.getOrDefault("observedAt", now()));
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        model.addAttribute("situations", SITUATIONS);
        model.addAttribute("mine", visit.leader().equals(actor.username()));
        return "lapangan/kunjungan-satu";
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
