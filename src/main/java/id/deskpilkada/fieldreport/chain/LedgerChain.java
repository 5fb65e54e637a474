package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.platform.chain.Chain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports are chained in the district that they are about, those of each practice apart. */
@Configuration(proxyBeanMethods = false)
class LedgerChain {

    static final Chain LEDGER = new Chain(
            "ledger",
            "field_report",
            "report_id",
            "content_digest",
            "received_at",
            "ledger_place(r.area, r.round_id)",
            "");

    @Bean
    Chain reportChain() {
        return LEDGER;
    }
}
