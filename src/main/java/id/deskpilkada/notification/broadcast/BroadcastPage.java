package id.deskpilkada.notification.broadcast;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.text.MessageTexts;
import id.deskpilkada.notification.text.SmsText;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.RoleNames;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Write, see whom it reaches, confirm; then see who has read it. Works without JavaScript. */
@Controller
@RequestMapping("/desk/pesan/siaran")
class BroadcastPage {

    private static final int SIZE = 25;
    private static final List<String> ROLES = List.of(
            "village-admin",
            "tps-officer",
            "camat",
            "district-admin",
            "district-verifier",
            "desk",
            "liaison",
            "leader");

    private final Broadcasts broadcasts;
    private final BroadcastReaders readers;
    private final Regions regions;
    private final RoleNames roleNames;
    private final MessageTexts texts;
    private final Messages messages;

    BroadcastPage(
            Broadcasts broadcasts,
            BroadcastReaders readers,
            Regions regions,
            RoleNames roleNames,
            MessageTexts texts,
            Messages messages) {
        this.broadcasts = broadcasts;
        this.readers = readers;
        this.regions = regions;
        this.roleNames = roleNames;
        this.texts = texts;
        this.messages = messages;
    }

    @ModelAttribute("roleNames")
    RoleNames roleNames() {
        return roleNames;
    }

    @ModelAttribute("regions")
    Regions regions() {
        return regions;
    }

    @ModelAttribute("draft")
    BroadcastDraft draft(
            @RequestParam(name = "wilayah", defaultValue = "") String area,
            @RequestParam(name = "peran", required = false) List<String> roles,
            @RequestParam(name = "judul", defaultValue = "") String title,
            @RequestParam(name = "isi", defaultValue = "") String text,
            @RequestParam(name = "mendesak", defaultValue = "false") boolean urgent) {
        return new BroadcastDraft(
                area.isBlank() ? regions.installation().code() : area,
                roles == null ? List.of() : roles,
                title,
                text,
                urgent);
    }

    @GetMapping
    String form(@RequestParam(name = "page", defaultValue = "0") int page, Actor actor, Model model) {
        model.addAttribute("found", readers.all(actor, Page.window(page, SIZE)));
        model.addAttribute(
                "areas",
                Stream.concat(Stream.of(regions.installation()), regions.districts().stream())
                        .filter(region -> actor.may(Permission.BROADCAST, region.code()))
                        .map(Region.class::cast)
                        .toList());
        model.addAttribute("roles", ROLES);
        return "desk/siaran";
    }

    /** Shows whom it reaches before anything goes out; with faults, the form again. */
    @PostMapping("/periksa")
    String check(
            @ModelAttribute(name = "draft", binding = false) BroadcastDraft draft,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            regions.require(draft.checked().area());
            model.addAttribute("recipients", broadcasts.recipients(actor, draft));
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute(
                    "faults", refusal.errors().stream().map(this::fault).toList());
            model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
            return form(0, actor, model);
        }
        model.addAttribute("id", UUID.randomUUID());
        model.addAttribute(
                "sms",
                SmsText.of(texts.of(Message.of("broadcast", draft.title(), draft.text(), actor.name()))
                        .brief()));
        return "desk/siaran-periksa";
    }

    /** Back to the form with what has been written. */
    @PostMapping("/ubah")
    String change(@ModelAttribute(name = "draft", binding = false) BroadcastDraft draft, Actor actor, Model model) {
        return form(0, actor, model);
    }

    @PostMapping
    String send(
            @RequestParam("id") UUID id,
            @ModelAttribute(name = "draft", binding = false) BroadcastDraft draft,
            Actor actor) {
        broadcasts.send(actor, id, draft.checked());
        return "redirect:/desk/pesan/siaran/" + id + "?terkirim=true";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(name = "dibaca", defaultValue = "false") boolean read,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        model.addAttribute("sent", readers.one(actor, id));
        model.addAttribute("found", readers.readers(actor, id, read, Page.window(page, SIZE)));
        model.addAttribute("read", read);
        return "desk/siaran-satu";
    }

    private String fault(FieldProblem problem) {
        return messages.text("notification.field." + problem.field()) + ": " + messages.problem(problem);
    }
}
