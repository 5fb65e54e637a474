package id.deskpilkada.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriUtils;

/** Sends a browser to the sign-in page, which remembers where it wanted to go. */
final class ToSignInPage implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var target = request.getContextPath() + "/masuk";
        if ("GET".equals(request.getMethod())) {
            var wanted =
                    request.getRequestURI().substring(request.getContextPath().length());
            var query = request.getQueryString();
            target +=
                    "?lanjut=" + UriUtils.encode(query == null ? wanted : wanted + "?" + query, StandardCharsets.UTF_8);
        }
        response.sendRedirect(target);
    }
}
