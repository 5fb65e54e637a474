package id.deskpilkada.dashboard.publicview;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands the public files out before anybody asks who is there: no session is looked up, no statement made, nothing counted against an address, for a whole village may read behind one. While
 * the view is off, everything goes its usual way.
 */
class PublicFilesFilter extends OncePerRequestFilter {

    private static final String PREFIX = "/public/";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicFiles files;
    private final PublicAnswers answers;

    PublicFilesFilter(PublicFiles files, PublicAnswers answers) {
        this.files = files;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var file = READING.contains(request.getMethod())
                ? path(request.getRequestURI()).flatMap(files::find)
                : Optional.<PublicFile>empty();
        if (file.isPresent()) {
            answers.write(file.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Taken as it came: whatever would have to be decoded first is no name of ours. */
    private static Optional<String> path(String address) {
        if (address.equals("/")) {
            return Optional.of("index.html");
        }
        if (!address.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var path = address.substring(PREFIX.length());
        return Optional.of(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Within the headers of every answer, before everything else. */
        private static final int OUTSIDE = Ordered.HIGHEST_PRECEDENCE + 10;

        @Bean
        FilterRegistrationBean<PublicFilesFilter> publicFilesFilter(PublicFiles files, PublicAnswers answers) {
            var registration = new FilterRegistrationBean<>(new PublicFilesFilter(files, answers));
            registration.setOrder(OUTSIDE);
            registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
            return registration;
        }
    }
}
