package id.deskpilkada.incident.phone;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for whoever stands beside it: numbers, one tap for an ambulance or a fire, the catalogue, one's own reports. Works without scripts. */
@Controller
class IncidentPhonePage {

    private static final String HERE = "/lapangan/kejadian";
    private static final String PAGE = "lapangan/kejadian";

    private final IncidentForms forms;
    private final IncidentSending sending;
    private final PhonePlaces places;
    private final PhonePhotos photos;
    private final EmergencyPhones phones;
    private final OwnIncidents own;

    IncidentPhonePage(
            IncidentForms forms,
            IncidentSending sending,
            PhonePlaces places,
            PhonePhotos photos,
            EmergencyPhones phones,
            OwnIncidents own) {
        this.forms = forms;
        this.sending = sending;
        this.places = places;
        this.photos = photos;
        this.phones = phones;
        this.own = own;
    }

    @GetMapping(HERE)
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String tps,
            @RequestParam(name = "wilayah", required = false) @Nullable String within,
            @RequestParam(name = "jenis", defaultValue = "") String emergency,
            Model model,
            Actor actor) {
        var areas = requirePlaces(actor);
        var chosen = forms.round(election, round);
        model.addAttribute("emergency", emergency);
        model.addAttribute("own", own.of(actor));
        if (chosen.isEmpty()) {
            model.addAttribute("phones", phones.of(areas));
            return PAGE;
        }
        var typed = TypedIncident.of(new LinkedMultiValueMap<>());
        return shown(forms.form(chosen.get(), tps, within, typed, Map.of(), actor), areas, model, actor);
    }

    /** The address that was printed before there was more to tell than this. */
    @GetMapping("/lapangan/ambulans")
    String ambulance(@RequestParam(required = false) @Nullable String tps, RedirectAttributes next, Actor actor) {
        requirePlaces(actor);
        next.addAttribute("jenis", "AMBULANS");
        if (tps != null) {
            next.addAttribute("tps", tps);
        }
        return "redirect:" + HERE;
    }

    @PostMapping(HERE)
    String send(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(name = "photos", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Actor actor)
            throws IOException {
        requirePlaces(actor);
        var written = TypedIncident.of(posted);
        var taken = photos.take(files, written.photos().size(), actor);
        var typed = written.with(taken.hashes());
        var errors = forms.missing(typed);
        if (errors.isEmpty()) {
            try {
                var report = sending.report(typed, actor);
                next.addFlashAttribute("refusals", taken.refusals());
                return OwnReportPage.address(report);
            } catch (Problem refusal) {
                errors = forms.texts(refusal);
            }
        }
        response.setStatus(422);
        model.addAttribute("refusals", taken.refusals());
        return again(typed, errors, model, actor);
    }

    /** Nothing but what and where: somebody needs help now. */
    @PostMapping(HERE + "/darurat")
    String emergency(
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        requirePlaces(actor);
        var typed = TypedIncident.of(posted);
        var what = Emergency.of(typed.text("darurat"));
        var errors = Map.<String, String>of();
        try {
            var sent = what.report(typed);
            errors = forms.missing(sent);
            if (errors.isEmpty()) {
                return OwnReportPage.address(sending.report(sent, actor));
            }
        } catch (Problem refusal) {
            errors = forms.texts(refusal);
        }
        response.setStatus(422);
        model.addAttribute("emergency", what.name());
        return again(TypedIncident.at(typed.text("tempat")), errors, model, actor);
    }

    private String again(TypedIncident typed, Map<String, String> errors, Model model, Actor actor) {
        var round = forms.round(typed.text("election"), typed.text("round"));
        if (round.isEmpty()) {
            throw Problem.unprocessable("ELECTION_REQUIRED");
        }
        model.addAttribute("own", own.of(actor));
        var form = forms.form(round.get(), null, typed.text("wilayah"), typed, errors, actor);
        return shown(form, places.of(actor), model, actor);
    }

    private String shown(IncidentForms.Form form, List<String> areas, Model model, Actor actor) {
        model.addAttribute("form", form);
        model.addAttribute("person", actor.id());
        model.addAttribute("phones", phones.of(form.place().isEmpty() ? areas : List.of(form.place())));
        model.addAttribute("poster", form.place().isEmpty() ? areas.get(0) : form.place());
        return PAGE;
    }

    private List<String> requirePlaces(Actor actor) {
        var areas = places.of(actor);
        if (areas.isEmpty()) {
            actor.require(Permission.REPORT_INCIDENTS);
        }
        return areas;
    }
}
