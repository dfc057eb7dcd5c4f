import { testRule } from '../testRule';
import { marketplaceSubscribe } from './marketplace-subscribe';
import { cases } from './marketplace-subscribe.cases';

testRule(marketplaceSubscribe, cases);
