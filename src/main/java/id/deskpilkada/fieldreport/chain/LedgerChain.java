package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.platform.chain.Chain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports are chained in the district that they are about. */
@Configuration(proxyBeanMethods = false)
class LedgerChain {

    static final Chain LEDGER = new Chain("ledger", "field_report", "report_id", "content_digest", "received_at", "");

    @Bean
    Chain reportChain() {
        return LEDGER;
    }
}
