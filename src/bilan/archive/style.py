"""What does the archive's page look like? A few rules in the brand's colours, in the page itself."""

from bilan.config.models import BrandConfig

_RULES = """
*{box-sizing:border-box}
body{margin:0;background:@paper;color:@ink;font:1rem/1.5 @sans}
a{color:@a}
a:focus-visible{outline:3px solid @a;outline-offset:2px}
.skip{position:absolute;left:-99rem;background:@paper;padding:.5rem 1rem}
.skip:focus{left:0;top:0;z-index:1}
header{padding:1.5rem max(1rem,calc(50vw - 36rem));background:@band;color:#fff;border-bottom:.3rem solid @accent}
header p{margin:0;color:@soft}
header h1{margin:.2rem 0 .6rem;font:500 1.9rem/1.25 @serif}
header nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
header a{color:#fff}
header a:focus-visible{outline-color:#fff}
header span{font-weight:600}
main{max-width:74rem;margin:0 auto;padding:1rem}
h2{margin:2rem 0 .6rem;font:500 1.4rem/1.3 @serif}
h3{margin:1.4rem 0 .4rem;font-size:1.05rem}
.list{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.45rem .7rem .45rem 0;text-align:left;vertical-align:top;border-bottom:1px solid @grid;font-weight:400}
thead th{color:@quiet;font-size:.85rem;border-color:@axis;white-space:nowrap}
td strong{font-weight:600}
td a{display:inline-block;margin-right:.9rem;white-space:nowrap}
.why{display:block;max-width:24rem;color:@quiet;font-size:.9rem}
.withdrawn strong{color:@late}
.superseded,.superseded strong{color:@quiet}
@media(max-width:48rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr,th,td{display:block}
tbody tr{padding:.6rem 0;border-bottom:1px solid @axis}tbody th,td{padding:.1rem 0;border:0}tbody th{font-weight:600}td::before{content:attr(data-label) " ";color:@quiet;font-size:.9rem}}
@media print{header{background:none;color:@ink}header a,.skip{display:none}}
"""


def style(brand: BrandConfig) -> str:
    """The style sheet; fonts are those of the brand where the reader has them, else the system's: nothing is fetched."""
    colour, fonts = brand.colour, brand.fonts
    told = {
        "@paper": colour.paper, "@ink": colour.ink, "@quiet": colour.ink_2, "@axis": colour.axis, "@grid": colour.grid,
        "@a": colour.partner.a.text, "@band": colour.band, "@soft": colour.band_soft, "@accent": colour.band_accent,
        "@late": colour.status.late, "@sans": f"{family(fonts.sans)},system-ui,sans-serif", "@serif": f"{family(fonts.serif)},Georgia,serif",
    }  # fmt: skip
    rules = _RULES
    for name in sorted(told, key=len, reverse=True):
        rules = rules.replace(name, told[name])
    return rules


def family(name: str) -> str:
    """A family as CSS takes it; signs that would end the text are left out."""
    return '"' + "".join(sign for sign in name if sign.isalnum() or sign in " -_.") + '"'
