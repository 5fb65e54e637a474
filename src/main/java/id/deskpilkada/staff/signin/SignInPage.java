package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.DemoAccounts;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The one door for people: signing in and out of our pages, Tasklist, Cockpit and Admin. */
@Controller
class SignInPage {

    /** Opens a form where more stands behind its #, as in the code of a printed form. */
    private static final String APP = "/lapangan";

    private final SignInWay way;
    private final SignIn signIn;
    private final BrowserSessions browsers;
    private final Clock clock;
    private final Messages messages;
    private final DeskSettings settings;
    private final ObjectProvider<DemoAccounts> demoAccounts;

    SignInPage(
            SignInWay way,
            SignIn signIn,
            BrowserSessions browsers,
            Clock clock,
            Messages messages,
            DeskSettings settings,
            ObjectProvider<DemoAccounts> demoAccounts) {
        this.way = way;
        this.signIn = signIn;
        this.browsers = browsers;
        this.clock = clock;
        this.messages = messages;
        this.settings = settings;
        this.demoAccounts = demoAccounts;
    }

    @ModelAttribute("helpdeskNumber")
    String helpdeskNumber() {
        return settings.helpdeskNumber();
    }

    @ModelAttribute("demoAccounts")
    List<DemoAccounts.DemoAccount> demoAccounts() {
        var demo = demoAccounts.getIfAvailable();
        return demo == null || !way.checksPasswords() ? List.of() : demo.accounts();
    }

    @GetMapping("/masuk")
    String form(
            @RequestParam(name = "lanjut", defaultValue = "") String next, HttpServletRequest request, Model model) {
        boolean ended =
                CurrentActor.get().isEmpty() && SessionCookie.token(request).isPresent();
        var wanted = Landing.safe(next);
        return wanted.equals(APP)
                ? way.elsewhere("", ended)
                        .map(address -> onward(address, model))
                        .orElseGet(() -> ownForm(next, model))
                : way.elsewhere(wanted, ended)
                        .map(address -> "redirect:" + address)
                        .orElseGet(() -> ownForm(next, model));
    }

    /** A page of ours before the one elsewhere: only a script of ours can take along what stands behind the # of the app's address. */
    private static String onward(String address, Model model) {
        model.addAttribute("address", address);
        model.addAttribute("next", APP);
        return "masuk-lewat";
    }

    @PostMapping("/masuk")
    String submit(
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "lanjut", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var actor = way.byPassword(username, password, request.getRemoteAddr());
            return enter(actor, next, request, response);
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
            model.addAttribute("username", username);
            if (refusal.code().equals("CHOOSE_PASSWORD_FIRST")) {
                model.addAttribute("code", password);
                return "atur-ulang";
            }
            return ownForm(next, model);
        }
    }

    private static String ownForm(String next, Model model) {
        model.addAttribute("next", Landing.safe(next));
        return "masuk";
    }

    /** Signs in as one of the demo's people with one click; no such people exist outside the demo. */
    @PostMapping("/masuk/demo")
    String demo(
            @RequestParam("username") String username,
            @RequestParam(name = "lanjut", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var actor = demoAccounts().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .flatMap(account -> signIn.withoutPassword(account.username()))
                .orElseThrow(() -> Problem.notFound("NOT_FOUND"));
        return enter(actor, next, request, response);
    }

    /** Asks before it signs out, since any page may link here; coming from the webapps, where the person has already signed out, it does not. */
    @GetMapping("/keluar")
    String leave(
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (CurrentActor.get().isEmpty()) {
            return "redirect:/masuk";
        }
        return fromWebapps(referer, request) ? signOut(request, response) : "keluar";
    }

    @PostMapping("/keluar")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        var target = SessionCookie.token(request)
                .map(token -> way.leave(token, request))
                .orElse("/masuk");
        SessionCookie.remove(request, response);
        forgetPages(response);
        CsrfTokens.repository().saveToken(null, request, response);
        return "redirect:" + target;
    }

    private String enter(Actor actor, String next, HttpServletRequest request, HttpServletResponse response) {
        return "redirect:"
                + browsers.enter(actor, next, clock.instant(), request, response)
                        .orElseThrow()
                        .page();
    }

    /** What the next person at this device could find by going back. Not its storage: reports that wait to be sent are kept there. */
    private static void forgetPages(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    private static boolean fromWebapps(@Nullable String referer, HttpServletRequest request) {
        try {
            var from = URI.create(referer == null ? "" : referer);
            return request.getServerName().equals(from.getHost())
                    && from.getPath().startsWith(request.getContextPath() + "/camunda/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
