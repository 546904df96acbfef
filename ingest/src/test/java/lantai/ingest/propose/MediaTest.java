package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that tell by their type what they are. */
class MediaTest {
    private static final Proposer PROPOSER = new Proposer(KindRules.standard(), Learned.nothing());

    private static Proposal propose(String folder, String name, String mime, String text, Map<String, String> facts) {
        return PROPOSER.propose(new ReadDocument(name, folder, mime, List.of(), text, facts));
    }

    @Test
    void aPhotographIsAPhotograph() {
        Proposal proposal = propose(
                "2025/医保宣传日活动", "IMG_20250401_0930.jpg", "image/jpeg", "", Map.of("TAKEN", "2025-04-01T09:30:12"));
        assertThat(proposal.value(Field.CATEGORY)).contains("ZP");
        assertThat(proposal.value(Field.KIND)).contains("photo");
        assertThat(proposal.value(Field.TITLE)).contains("医保宣传日活动");
        assertThat(proposal.value(Field.DATE)).contains("2025-04-01");
        assertThat(proposal.value(Field.YEAR)).contains("2025");
    }

    @Test
    void aPictureNamedAfterAPlaqueIsAnObjectBeforeItIsAPhoto() {
        assertThat(propose("", "奖牌_档案工作先进单位.jpg", "image/jpeg", "", Map.of())
                        .candidates()
                        .get(Field.CATEGORY))
                .extracting(Suggestion::value)
                .startsWith("SW", "ZP");
    }

    @Test
    void whatShowsNothingOrMovesIsNotCalledAPhoto() {
        for (var told : List.of(ReadDocument.SHOWS_NOTHING, "FRAMES")) {
            assertThat(propose("", "1.png", "image/png", "", Map.of(told, "3")).value(Field.KIND))
                    .as(told)
                    .isNotEqualTo(java.util.Optional.of("photo"));
        }
    }

    @Test
    void aPictureOfAPlaqueMayAlsoBeAnObject() {
        Proposal proposal = propose("", "展厅里的先进集体奖牌.jpg", "image/jpeg", "", Map.of());
        assertThat(proposal.candidates().get(Field.CATEGORY))
                .extracting(Suggestion::value)
                .startsWith("ZP", "SW");
        assertThat(proposal.value(Field.TITLE)).contains("展厅里的先进集体奖牌");
    }

    @Test
    void soundAndVideoAreKnownByType() {
        Proposal sound = propose("会议录音", "2025年第一次办公会.mp3", "audio/mpeg", "", Map.of());
        assertThat(sound.value(Field.CATEGORY)).contains("SX");
        assertThat(sound.value(Field.KIND)).contains("sound-recording");
        assertThat(sound.value(Field.TITLE)).contains("2025年第一次办公会");
        Proposal video = propose("", "VID_20250501_101010.mp4", "video/mp4", "", Map.of());
        assertThat(video.value(Field.KIND)).contains("video-recording");
        assertThat(video.value(Field.DATE)).contains("2025-05-01");
    }

    @Test
    void aMailTellsSubjectSenderAndDate() {
        Proposal proposal = propose(
                "",
                "mail.eml",
                "message/rfc822",
                "请查收附件中的参保登记表。",
                Map.of("TITLE", "关于报送三月数据", "AUTHOR", "样例县经办科", "CREATED", "2025-03-12T09:00:00+08:00"));
        assertThat(proposal.value(Field.CATEGORY)).contains("DZ");
        assertThat(proposal.value(Field.KIND)).contains("email");
        assertThat(proposal.value(Field.TITLE)).contains("关于报送三月数据");
        assertThat(proposal.value(Field.RESPONSIBLE)).contains("样例县经办科");
        assertThat(proposal.value(Field.DATE)).contains("2025-03-12");
    }

    @Test
    void aTableOfDataIsDataUnlessItsTitleSaysMore() {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Proposal data = propose("", "导出.xlsx", sheet, "psn_no\tsetl_id\tfee\n1\t2\t3.00\n", Map.of());
        assertThat(data.value(Field.CATEGORY)).contains("DZ");
        assertThat(data.value(Field.KIND)).contains("data-export");
        Proposal report = propose("", "3月.xlsx", sheet, "基金运行情况统计月报表\n\t参保人数\t1200\n", Map.of());
        assertThat(report.value(Field.KIND)).contains("statistics-month");
    }
}
