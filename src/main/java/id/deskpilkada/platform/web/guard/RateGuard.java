package id.deskpilkada.platform.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks whoever asks too much to wait, and says how long. */
class RateGuard extends OncePerRequestFilter {

    private final BiFunction<Traffic, HttpServletRequest, Optional<RequestRates.Wait>> count;

    RateGuard(BiFunction<Traffic, HttpServletRequest, Optional<RequestRates.Wait>> count) {
        this.count = count;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = count.apply(Traffic.of(request), request);
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().seconds()));
            ErrorAnswers.refuse(request, response, wait.get().problem());
            return;
        }
        chain.doFilter(request, response);
    }
}
