package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses with empty or parametrised segments before they reach the firewall: under the webapps' servlet the framework cannot tell what such an address means and would
 * fail instead of refusing.
 */
class PlainAddresses extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRequestURI();
        if (address.contains("//") || address.indexOf(';') >= 0) {
            ErrorAnswers.refuse(request, response, Problem.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
