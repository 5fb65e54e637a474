package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.PageFormats;
import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Turns what a page shows into HTML that needs nothing else to be read: its style is in it, and so is the policy that protects it. */
@Component
class PageRenderer {

    static final Locale INDONESIAN = Locale.forLanguageTag("id");
    static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%2312304f'/%3E%3Cpath d='M3 11V8h2v3zM7 11V5h2v6zM11 11V7h2v4z' fill='%23fff'/%3E%3C/svg%3E";

    private final ITemplateEngine templates;
    private final PublicPolicy policy;
    private final PageFormats formats;
    private final Regions regions;
    private final DeskSettings settings;

    PageRenderer(
            ITemplateEngine templates,
            PublicPolicy policy,
            PageFormats formats,
            Regions regions,
            DeskSettings settings) {
        this.templates = templates;
        this.policy = policy;
        this.formats = formats;
        this.regions = regions;
        this.settings = settings;
    }

    /** @param preview whether it is shown to somebody before it is public */
    byte[] page(PublicPage page, Place root, Locale language, boolean preview) {
        return rendered(
                "public/edisi",
                language,
                page.simulation(),
                root,
                Map.of(
                        "page",
                        page,
                        "preview",
                        preview,
                        "other",
                        other(language).page(page)));
    }

    /** @param question as asked; empty on the page that is a file @param found places and where their pages are */
    byte[] search(Place root, boolean simulation, Locale language, String question, List<PublicSearch.Hit> found) {
        return rendered(
                "public/cari",
                language,
                simulation,
                root,
                Map.of(
                        "question",
                        question,
                        "found",
                        found,
                        "other",
                        other(language).browse()));
    }

    private static PublicPaths other(Locale language) {
        return PublicPaths.in(language.equals(Locale.ENGLISH) ? INDONESIAN : Locale.ENGLISH);
    }

    private byte[] rendered(
            String template, Locale language, boolean simulation, Place root, Map<String, Object> content) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            var context = new Context(language, content);
            context.setVariable("root", root);
            context.setVariable("simulation", simulation);
            context.setVariable("language", language.getLanguage());
            context.setVariable("u", PublicPaths.in(language));
            context.setVariable("f", formats);
            context.setVariable("icon", ICON);
            context.setVariable("policy", policy.inPage());
            context.setVariable("zone", regions.zoneName());
            context.setVariable("helpdesk", settings.helpdeskNumber());
            // Only now, for a template writes no text unescaped.
            return templates
                    .process(template, context)
                    .replaceAll("\\s*\\n\\s*", "\n")
                    .replace("<style></style>", "<style>" + policy.style() + "</style>")
                    .getBytes(StandardCharsets.UTF_8);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
