package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that announces itself as too large, and stops reading one that announces nothing. */
class SizeGuard extends OncePerRequestFilter {

    private final Limits limits;

    SizeGuard(Limits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var largest = limits.largestBody(Traffic.of(request));
        if (largest == null) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > largest.toBytes()) {
            ErrorAnswers.refuse(request, response, Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE_REQUEST"));
        } else {
            chain.doFilter(
                    request.getContentLengthLong() < 0 ? new Counted(request, largest.toBytes()) : request, response);
        }
    }

    /** A body of unannounced length. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long largest;

        Counted(HttpServletRequest request, long largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedBody(super.getInputStream(), largest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedBody(ServletInputStream body, long largest) {
            this.body = body;
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE_REQUEST");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
