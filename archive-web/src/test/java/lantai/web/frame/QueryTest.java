package lantai.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void oneValueChangesAndTheOthersStay() {
        assertThat(Query.of("/accounts?q=%E7%8E%8B&page=2").with("page", "3").link())
                .isEqualTo("/accounts?q=%E7%8E%8B&page=3");
    }

    @Test
    void anEmptyValueGoesAway() {
        assertThat(Query.of("/accounts?page=2").with("page", "").link()).isEqualTo("/accounts");
    }

    @Test
    void whatTheReaderTypedNeverLeavesItsValue() {
        assertThat(Query.of("/accounts").with("q", "a&role=X #").link()).isEqualTo("/accounts?q=a%26role%3DX+%23");
    }

    @Test
    void aBrokenAddressIsTakenAsItIs() {
        assertThat(Query.of("/accounts?q=%zz").with("page", "2").link()).isEqualTo("/accounts?q=%25zz&page=2");
    }
}
