package id.deskpilkada.dashboard.publicview;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers the search of those who have no scripts: behind the guards, for it has to think, and still before any session. */
class PublicSearchFilter extends OncePerRequestFilter {

    private static final int LONGEST = 60;
    private static final Map<String, Locale> ADDRESSES =
            Map.of("/public/cari", PageRenderer.INDONESIAN, "/public/en/cari", Locale.ENGLISH);

    private final PublicFiles files;
    private final PublicSearch search;
    private final PageRenderer renderer;
    private final PublicAnswers answers;

    PublicSearchFilter(PublicFiles files, PublicSearch search, PageRenderer renderer, PublicAnswers answers) {
        this.files = files;
        this.search = search;
        this.renderer = renderer;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var language = ADDRESSES.get(request.getRequestURI());
        if (language == null || !files.open() || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        var asked = request.getParameter("q");
        var question = asked == null ? "" : asked.strip();
        var shortened = question.length() <= LONGEST ? question : question.substring(0, LONGEST);
        var page = renderer.search(search.root(), search.simulation(), language, shortened, search.find(shortened));
        answers.write(
                new PublicFile(
                        "cari", EditionFiles.HTML, FileBytes.etag(page), FileBytes.gzip(page), page, Instant.EPOCH),
                request,
                response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        private static final int BEHIND_THE_GUARDS = SecurityProperties.DEFAULT_FILTER_ORDER - 1;

        @Bean
        FilterRegistrationBean<PublicSearchFilter> publicSearchFilter(
                PublicFiles files, PublicSearch search, PageRenderer renderer, PublicAnswers answers) {
            var registration = new FilterRegistrationBean<>(new PublicSearchFilter(files, search, renderer, answers));
            registration.setOrder(BEHIND_THE_GUARDS);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
            return registration;
        }
    }
}
