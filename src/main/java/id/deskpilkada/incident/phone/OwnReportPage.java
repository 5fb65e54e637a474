package id.deskpilkada.incident.phone;

import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.incident.intake.OwnSources;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own report after it was sent: its number, who has been told, and what can still be added. */
@Controller
class OwnReportPage {

    private static final String HERE = "/lapangan/kejadian/laporan/{id}";
    private static final String LOOK_AGAIN = "3";
    private static final int LONGEST = 4_000;

    private final OwnIncidents own;
    private final OwnSources sources;
    private final FieldReports reports;
    private final IncidentSending sending;
    private final PhonePhotos photos;
    private final EmergencyPhones phones;
    private final Messages messages;

    OwnReportPage(
            OwnIncidents own,
            OwnSources sources,
            FieldReports reports,
            IncidentSending sending,
            PhonePhotos photos,
            EmergencyPhones phones,
            Messages messages) {
        this.own = own;
        this.sources = sources;
        this.reports = reports;
        this.sending = sending;
        this.photos = photos;
        this.phones = phones;
        this.messages = messages;
    }

    static String address(UUID report) {
        return "redirect:/lapangan/kejadian/laporan/" + report;
    }

    @GetMapping(HERE)
    String one(@PathVariable UUID id, HttpServletResponse response, Model model, Actor actor) {
        requireOwn(id, actor);
        var incident = own.one(id, actor);
        var areas = incident.map(known -> List.of(known.area())).orElseGet(actor::widestAreas);
        model.addAttribute("phones", phones.of(areas));
        model.addAttribute("id", id);
        model.addAttribute("next", UUID.randomUUID());
        if (incident.isPresent()) {
            model.addAttribute("report", incident.get());
        } else {
            waiting(id, response, model);
        }
        reports.acknowledgement(id).ifPresent(known -> {
            model.addAttribute("receipt", known.receipt());
            model.addAttribute("repeated", known.state() == ReportState.SUPERSEDED);
        });
        return "lapangan/kejadian-laporan";
    }

    /** The desk's number is given a moment after the report is safe. */
    private void waiting(UUID id, HttpServletResponse response, Model model) {
        var refused = reports.sent(id).filter(sent -> sent.state() == ReportState.REJECTED);
        if (refused.isPresent()) {
            model.addAttribute(
                    "rejected",
                    refused.get().reasons().stream()
                            .map(reason -> messages.problem(reason.code(), reason.arguments()))
                            .toList());
        } else {
            response.setHeader("Refresh", LOOK_AGAIN);
        }
    }

    @PostMapping(HERE)
    String add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Actor actor)
            throws IOException {
        requireOwn(id, actor);
        var written = TypedIncident.of(posted);
        var taken = photos.take(files, written.photos().size(), actor);
        var typed = written.with(taken.hashes());
        var fault = fault(typed);
        if (fault == null) {
            sending.add(id, place(id, actor), typed, actor);
            next.addFlashAttribute("added", true);
            next.addFlashAttribute("refusals", taken.refusals());
            return address(id);
        }
        response.setStatus(422);
        model.addAttribute("fault", fault);
        model.addAttribute("refusals", taken.refusals());
        model.addAttribute("typed", typed);
        var shown = one(id, response, model, actor);
        model.addAttribute("next", typed.id());
        return shown;
    }

    private @Nullable String fault(TypedIncident typed) {
        var text = typed.text("uraian");
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            return messages.text("incident.phone.tooLong", length, LONGEST);
        }
        return text.isEmpty() && typed.photos().isEmpty() ? messages.text("incident.phone.add.empty") : null;
    }

    /** The incident's own place, else that of the report. */
    private String place(UUID id, Actor actor) {
        return reports.find(id)
                .map(report -> report.area())
                .or(() -> own.one(id, actor).map(OwnIncidents.Own::area))
                .orElseThrow(() -> Problem.notFound("REPORT_NOT_FOUND"));
    }

    record Taken(List<String> photos) {}

    /** For the page's script, which sends each photo as soon as it is chosen. */
    @PostMapping("/lapangan/kejadian/foto")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Taken photo(@RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files, Actor actor)
            throws IOException {
        actor.require(Permission.REPORT_INCIDENTS);
        var taken = photos.take(files, 0, actor);
        if (taken.hashes().isEmpty()) {
            throw Problem.unprocessable("INCIDENT_PHOTO", String.join(" ", taken.refusals()));
        }
        return new Taken(List.copyOf(taken.hashes()));
    }

    private void requireOwn(UUID id, Actor actor) {
        if (!sources.isOf(id, actor)) {
            throw Problem.notFound("REPORT_NOT_FOUND");
        }
    }
}
