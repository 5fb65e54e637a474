package id.deskpilkada.notification.inbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Inbox;
import id.deskpilkada.notification.inbox.Preferences.Choice;
import id.deskpilkada.notification.inbox.Preferences.Uses;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox as a page; works without JavaScript and follows new messages with it. */
@Controller
@RequestMapping("/kotak-masuk")
class InboxPage {

    private static final int SIZE = 20;

    private final InboxMessages messages;
    private final Inbox inbox;
    private final Preferences preferences;
    private final TestMessages tests;

    InboxPage(InboxMessages messages, Inbox inbox, Preferences preferences, TestMessages tests) {
        this.messages = messages;
        this.inbox = inbox;
        this.preferences = preferences;
        this.tests = tests;
    }

    @GetMapping
    String page(
            @RequestParam(name = "belum", defaultValue = "false") boolean unread,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        fill(unread, page, actor, model);
        model.addAttribute("channels", preferences.of(actor.id()));
        return "kotak-masuk";
    }

    /** The list alone, for the page that is open already. */
    @GetMapping("/daftar")
    String list(
            @RequestParam(name = "belum", defaultValue = "false") boolean unread,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        fill(unread, page, actor, model);
        return "kotak-masuk :: list";
    }

    @PostMapping("/{id}/dibaca")
    String read(
            @PathVariable UUID id,
            @RequestParam(name = "belum", defaultValue = "false") boolean unread,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor) {
        messages.read(actor.id(), id);
        return "redirect:/kotak-masuk?belum=" + unread + "&page=" + Math.max(0, page);
    }

    @PostMapping("/semua-dibaca")
    String readAll(Actor actor) {
        messages.readAll(actor.id());
        return "redirect:/kotak-masuk";
    }

    @PostMapping("/cara")
    String choose(
            @RequestParam("email") Uses email,
            @RequestParam("sms") Uses sms,
            @RequestParam(name = "dahulu", defaultValue = "EMAIL") ChannelCode first,
            Actor actor) {
        var choices = List.of(new Choice(ChannelCode.EMAIL, email), new Choice(ChannelCode.SMS, sms));
        preferences.choose(
                actor.id(),
                choices.stream()
                        .sorted(Comparator.comparing(choice -> choice.channel() != first))
                        .toList());
        return "redirect:/kotak-masuk?tersimpan=true#cara";
    }

    @PostMapping("/uji")
    String test(Actor actor) {
        tests.send(actor);
        return "redirect:/kotak-masuk?diuji=true";
    }

    private void fill(boolean unread, int page, Actor actor, Model model) {
        var window = Page.window(page, SIZE);
        model.addAttribute(
                "found",
                new Page<>(
                        messages.page(actor.id(), unread, window),
                        window.page(),
                        window.size(),
                        messages.count(actor.id(), unread)));
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("unread", inbox.unread(actor.id()));
        model.addAttribute(
                "area", actor.areas().stream().findFirst().map(Area::digits).orElse("0"));
    }
}
